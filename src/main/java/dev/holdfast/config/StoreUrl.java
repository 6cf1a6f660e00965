package dev.holdfast.config;

import dev.holdfast.config.Tree.Scalar;
import dev.holdfast.secret.Secret;
import java.util.Map;
import java.util.Optional;

/// Where the store is. Secret for the password it may hold, but shown where it cannot.
record StoreUrl() implements Shape<Secret> {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final Shape<Secret> URL = Scalars.SECRET.where(StoreUrl::complaint);

    private static Optional<Complaint> complaint(Secret secret) {
        var url = secret.reveal();
        if (url.startsWith("jdbc:postgresql:")) {
            return Optional.of(new Complaint(
                    "PostgreSQL is known, but not available in this version yet", "use jdbc:sqlite: and a file"));
        }
        return Complaint.unless(
                url.startsWith(SQLITE) && url.length() > SQLITE.length(),
                "is no JDBC URL of a database Holdfast knows",
                "write jdbc:sqlite: and a file, such as jdbc:sqlite:data/holdfast.db");
    }

    @Override
    public Optional<Secret> read(Tree tree, Problems problems) {
        return URL.read(tree, problems);
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.pattern("jdbc:sqlite:.+");
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
