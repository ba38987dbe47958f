# By channel id.
terraform import dialog360_channel_ctwa_tracking.berlin berlinCH

# By client and channel; import fails if the channel is under another client.
terraform import dialog360_channel_ctwa_tracking.berlin exampleCL/berlinCH

# By partner, client and channel, if the provider block has another partner_id or none.
terraform import dialog360_channel_ctwa_tracking.berlin examplePA/exampleCL/berlinCH

# The state then holds what the hub reports. If it reports no tracking state, the next plan says "1 to change":
# apply then sends what you declare.
