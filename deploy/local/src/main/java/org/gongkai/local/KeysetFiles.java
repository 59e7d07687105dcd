package org.gongkai.local;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/**
 * The keys of personal data as two Tink keysets in JSON, made where they are missing. Whoever loses them loses the personal
 * data, and nothing else.
 *
 * @param seal AES-256-GCM, readable by its owner alone
 * @param index HMAC-SHA256, likewise
 */
record KeysetFiles(Path seal, Path index) {

    /** Reads or makes {@code personal-data.json} and {@code personal-data-index.json} in the directory. */
    static KeysetFiles in(Path directory) {
        KeysetFiles files =
                new KeysetFiles(directory.resolve("personal-data.json"), directory.resolve("personal-data-index.json"));
        try {
            AeadConfig.register();
            PrfConfig.register();
            make(files.seal, PredefinedAeadParameters.AES256_GCM);
            make(files.index, PredefinedPrfParameters.HMAC_SHA256_PRF);
        } catch (IOException | GeneralSecurityException e) {
            throw new Sentence("Cannot write the keys of personal data to " + directory + ": " + e.getMessage());
        }
        return files;
    }

    private static void make(Path file, Parameters parameters) throws IOException, GeneralSecurityException {
        if (Files.exists(file)) {
            return;
        }
        String keyset = TinkJsonProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(parameters), InsecureSecretKeyAccess.get());
        // whole or not at all: half a keyset would be taken for one
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        Files.createFile(beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(beside, keyset);
        Files.move(beside, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }
}
