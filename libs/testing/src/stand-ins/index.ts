export type { Browser, PushMessage, PushStandIn } from './push-stand-in';
export { startPushStandIn } from './push-stand-in';
export { notifyErrors, startNotifyStandIn, type NotifyStandIn } from './notify-stand-in';
export { startSmtpStandIn, type SmtpStandIn } from './smtp-stand-in';
export { startWebhookStandIn, type WebhookStandIn } from './webhook-stand-in';
