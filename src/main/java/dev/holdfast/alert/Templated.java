package dev.holdfast.alert;

/// A channel whose messages are written as people want them to be.
public record Templated(ChannelSettings channel, Template template) implements ChannelSettings {

    @Override
    public Channel open(String name, Outside outside) {
        return channel.open(name, outside.writing(template));
    }
}
