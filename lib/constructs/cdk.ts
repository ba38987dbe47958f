// The only file that names a framework: its classes that the constructs use, and the bindings for it.
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
  SignalsKeywordPostback,
  type SignalsKeywordPostbackTimeouts,
} from "../bindings/cdktf";
