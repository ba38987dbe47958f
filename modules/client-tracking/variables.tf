variable "client_ids" {
  description = "Ids of the clients whose channels are tracked, such as `[\"exampleCL\"]`."
  type        = set(string)
  nullable    = false

  validation {
    condition     = length(var.client_ids) > 0
    error_message = "Name at least one client. To stop tracking, remove the module block."
  }
}

variable "account_mode" {
  description = "Only channels with this account mode: `live` or `sandbox`; null for both."
  type        = string
  default     = "live"

  validation {
    condition     = contains(["live", "sandbox"], coalesce(var.account_mode, "live"))
    error_message = "The account mode is live, sandbox or null."
  }
}

variable "enabled" {
  description = "Whether tracking is on for every channel that `exceptions` does not name."
  type        = bool
  default     = true
  nullable    = false
}

variable "exceptions" {
  description = "Whether tracking is on for single channels, by channel id, such as `{ exampleCH = false }`."
  type        = map(bool)
  default     = {}
  nullable    = false
}

variable "unmanaged_channel_ids" {
  description = "Ids of channels that the module leaves alone, such as those that another configuration manages."
  type        = set(string)
  default     = []
  nullable    = false
}

variable "min_channels" {
  description = "The least number of channels that a client must have, by client id; with fewer the plan fails. 1 for a client that is not named; 0 lets a client come without channels."
  type        = map(number)
  default     = {}
  nullable    = false
}

variable "max_changes" {
  description = "Upper bound of channels of one client that one plan may flip or remove; null for no bound."
  type        = number
  default     = null
}

variable "on_create" {
  description = "What creating a fleet does: `switch` sends the switches, `assume` takes the declared states for true and sends nothing."
  type        = string
  default     = "switch"
  nullable    = false
}

variable "on_destroy" {
  description = "What happens to the switch of a channel that is removed, and of all channels on destroy: `disable` or `keep`."
  type        = string
  default     = "disable"
  nullable    = false
}

variable "reassert_after" {
  description = "Age, as a duration such as `168h`, after which a switch that the hub does not report is sent again; null for never."
  type        = string
  default     = null
}

variable "partner_id" {
  description = "Id of the partner; null for the provider's own."
  type        = string
  default     = null
}
