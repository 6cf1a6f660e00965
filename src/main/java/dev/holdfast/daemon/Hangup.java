package dev.holdfast.daemon;

import java.lang.reflect.Proxy;
import org.slf4j.LoggerFactory;

/// Lets SIGHUP ask for a reload, where the platform has it.
///
/// By reflection: the JDK offers signals only in a class that javac warns of and that may go away; without it Holdfast
/// still reloads by file and by API.
final class Hangup {
    private Hangup() {}

    static void calls(Runnable reload) {
        try {
            var signal = Class.forName("sun.misc.Signal");
            var handler = Class.forName("sun.misc.SignalHandler");
            var reloads = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        reload.run();
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), reloads);
        } catch (ReflectiveOperationException | IllegalArgumentException unavailable) {
            LoggerFactory.getLogger(Hangup.class).debug("SIGHUP does not reload here", unavailable);
        }
    }
}
