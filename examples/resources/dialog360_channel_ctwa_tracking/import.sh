# By the channel's id,
terraform import dialog360_channel_ctwa_tracking.berlin berlinCH

# by client and channel, which must belong together,
terraform import dialog360_channel_ctwa_tracking.berlin exampleCL/berlinCH

# or by partner, client and channel, where the provider has no partner_id or another one.
terraform import dialog360_channel_ctwa_tracking.berlin examplePA/exampleCL/berlinCH
