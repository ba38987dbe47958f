// The one file that names a framework: what the constructs need of it, and the bindings that were made for it.
export {
  Annotations,
  App,
  type IResolvable,
  type ITerraformDependable,
  Op,
  TerraformElement,
  type TerraformProvider,
  type TerraformResourceLifecycle,
  TerraformStack,
  Token,
} from "cdktf";
export {
  ChannelCtwaTracking,
  type ChannelCtwaTrackingTimeouts,
  CtwaTrackingFleet,
  DataDialog360Channel,
  DataDialog360SignalsConfiguration,
  type DataDialog360SignalsConfigurationAdsList,
  type DataDialog360SignalsConfigurationFacebookAccountsList,
  Dialog360Provider,
  type Dialog360ProviderConfig,
} from "../bindings/cdktf";
