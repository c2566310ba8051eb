package org.dlpixel.executor.settings;

import org.dlpixel.executor.bridge.CredentialsAccess;
import org.dlpixel.executor.bridge.SharedSecrets;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.node.parameters.widget.credentials.Credentials;

/** A user name and a password; the stored text of the password is kept as it is. */
enum CredentialsCodec implements Codec {
    INSTANCE;

    private static final String MARKER = "isCredentials_Internals";
    private static final String NAME = "name";
    private static final String LOGIN = "login";

    @Override
    public Object load(NodeSettings group, String key) throws InvalidSettingsException {
        NodeSettings stored = group.getNodeSettings(key);
        return SharedSecrets.credentials().sealed(stored.getString(LOGIN), stored);
    }

    @Override
    public void save(Object value, NodeSettings group, String key) {
        NodeSettings config = (NodeSettings) group.addNodeSettings(key);
        Credentials credentials = (Credentials) value;
        CredentialsAccess access = SharedSecrets.credentials();
        if (credentials != null && access.stored(credentials).isPresent()) {
            access.stored(credentials).get().copyTo(config);
        } else {
            config.addBoolean(MARKER, true);
            config.addString(NAME, "");
            config.addString(LOGIN, credentials == null ? null : credentials.getUsername());
            config.addEncryptedPassword("weaklyEncryptedPassword", null);
        }
    }
}
