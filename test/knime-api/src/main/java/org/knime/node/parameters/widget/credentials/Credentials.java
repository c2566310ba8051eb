package org.knime.node.parameters.widget.credentials;

import java.util.Objects;
import java.util.Optional;
import org.dlpixel.executor.bridge.CredentialsAccess;
import org.dlpixel.executor.bridge.SharedSecrets;
import org.knime.core.node.NodeSettings;

/**
 * A user name with its password. A stored password is kept encrypted as it was read; this class
 * cannot decrypt it, so {@link #getPassword()} of loaded credentials is empty.
 */
public final class Credentials {
    static {
        SharedSecrets.register(CredentialsAccess.class, new Access());
    }

    private final String username;
    private final String password;
    private final String secondFactor;
    private final Optional<NodeSettings> stored;

    public Credentials() {
        this("", "");
    }

    public Credentials(String username, String password) {
        this(username, password, "");
    }

    public Credentials(String username, String password, String secondFactor) {
        this(username, password, secondFactor, Optional.empty());
    }

    private Credentials(
            String username, String password, String secondFactor, Optional<NodeSettings> stored) {
        this.username = username;
        this.password = password;
        this.secondFactor = secondFactor;
        this.stored = stored;
    }

    public String getUsername() {
        return username;
    }

    public String getPassword() {
        return password;
    }

    public String getSecondFactor() {
        return secondFactor;
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof Credentials other
                && Objects.equals(username, other.username)
                && Objects.equals(password, other.password)
                && Objects.equals(secondFactor, other.secondFactor);
    }

    @Override
    public int hashCode() {
        return Objects.hash(username, password, secondFactor);
    }

    private static final class Access implements CredentialsAccess {
        @Override
        public Credentials sealed(String username, NodeSettings stored) {
            return new Credentials(username, "", "", Optional.of(stored));
        }

        @Override
        public Optional<NodeSettings> stored(Credentials credentials) {
            return credentials.stored;
        }
    }
}
