package dev.holdfast.config;

import dev.holdfast.config.Tree.Scalar;
import dev.holdfast.secret.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the store is. Secret for the password it may hold, but shown where it cannot.
record StoreUrl() implements Shape<Secret> {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final Shape<Secret> URL = Scalars.SECRET.where(StoreUrl::complaint);

    private static Optional<Complaint> complaint(Secret secret) {
        var url = secret.reveal();
        return Complaint.unless(
                Stream.of(SQLITE, POSTGRESQL).anyMatch(known -> url.startsWith(known) && url.length() > known.length()),
                "is no JDBC URL of a database Holdfast knows",
                "write jdbc:sqlite: and a file, such as jdbc:sqlite:data/holdfast.db, or jdbc:postgresql: and a database,"
                        + " such as jdbc:postgresql://db.example.com/holdfast?user=holdfast");
    }

    @Override
    public Optional<Secret> read(Tree tree, Problems problems) {
        return URL.read(tree, problems);
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.pattern("jdbc:(sqlite|postgresql):.+");
    }

    @Override
    public String words() {
        return "a JDBC URL";
    }

    @Override
    public Tree show(Tree tree) {
        return tree instanceof Scalar scalar && scalar.shown().startsWith(SQLITE) ? tree : URL.show(tree);
    }
}
