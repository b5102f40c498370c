export { readSenderSettings, type SenderSettings } from './environment';
export { senderFor } from './providers';
export { recorder, type Recorder } from './recorder';
export { checkWebhook, REPLAY_WINDOW_SECONDS, type WebhookVerdict } from './webhook-signature';
