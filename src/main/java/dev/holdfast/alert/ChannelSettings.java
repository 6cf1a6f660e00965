package dev.holdfast.alert;

/// How to reach one channel. Each kind of channel has its own settings beside its code; they refuse values that can
/// never work with an [IllegalArgumentException] whose message says what to write instead and holds no secret.
public sealed interface ChannelSettings
        permits Alertmanager.Settings,
                Discord.Settings,
                Email.Settings,
                Jsm.Settings,
                Ntfy.Settings,
                PagerDuty.Settings,
                SlackBot.Settings,
                SlackWebhook.Settings,
                Teams.Settings,
                Telegram.Settings,
                Templated,
                Webhook.Settings {

    /// The channel they describe.
    Channel open(String name, Outside outside);
}
