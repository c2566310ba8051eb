package org.dlpixel.executor.bridge;

import java.util.Optional;
import org.knime.core.node.NodeSettings;
import org.knime.node.parameters.widget.credentials.Credentials;

/** Credentials whose password stays encrypted. */
public interface CredentialsAccess {
    /** Credentials that were read from settings, which are kept. */
    Credentials sealed(String username, NodeSettings stored);

    /** The settings that the credentials were read from, if they were. */
    Optional<NodeSettings> stored(Credentials credentials);
}
