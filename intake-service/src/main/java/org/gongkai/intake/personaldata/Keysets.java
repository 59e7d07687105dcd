package org.gongkai.intake.personaldata;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.prf.PrfConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** Reads the keysets that are handed in from outside; says what to set where one is missing or no keyset. */
final class Keysets {

    private static final String FILE = "file:";

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Keysets() {}

    /**
     * @param setting the name of the setting
     * @param address its value
     * @param kind what the keyset must be of
     */
    static KeysetHandle read(String setting, Optional<String> address, String kind) {
        String wanted = "set " + setting + " (environment "
                + setting.toUpperCase(java.util.Locale.ROOT).replaceAll("[^A-Z]", "_")
                + ") to file:PATH of a Tink keyset in JSON, "
                + kind + "; deploy/local/up makes one in DIR/keys";
        if (address.isEmpty() || address.get().isBlank()) {
            throw new KeysMissing("Personal data cannot be sealed without a key: " + wanted + ".");
        }
        String given = address.get();
        Path path =
                Path.of(given.startsWith(FILE) ? given.substring(FILE.length()).replaceFirst("^//", "") : given);
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(path), InsecureSecretKeyAccess.get());
        } catch (IOException e) {
            throw new KeysMissing(
                    "Personal data cannot be sealed: " + path.toAbsolutePath() + " cannot be read; " + wanted + ".");
        } catch (GeneralSecurityException e) {
            throw new KeysMissing(
                    "Personal data cannot be sealed: " + path.toAbsolutePath() + " is no such keyset; " + wanted + ".");
        }
    }

    /** The service does not start: what to set. */
    static final class KeysMissing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        KeysMissing(String sentence) {
            super(sentence);
        }
    }
}
