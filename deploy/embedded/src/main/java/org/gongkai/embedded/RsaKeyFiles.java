package org.gongkai.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * An RSA key pair of 2,048 bits as two PEM files, made where they are missing.
 *
 * @param privateKey PKCS#8, readable by its owner alone
 * @param publicKey X.509
 */
public record RsaKeyFiles(Path privateKey, Path publicKey) {

    /** Reads or makes {@code private.pem} and {@code public.pem} in the directory. */
    public static RsaKeyFiles in(Path directory) {
        RsaKeyFiles files = new RsaKeyFiles(directory.resolve("private.pem"), directory.resolve("public.pem"));
        if (Files.exists(files.privateKey) && Files.exists(files.publicKey)) {
            return files;
        }
        try {
            Files.createDirectories(directory);
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            Files.deleteIfExists(files.privateKey);
            Files.createFile(
                    files.privateKey,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            write(files.privateKey, "PRIVATE KEY", pair.getPrivate().getEncoded());
            write(files.publicKey, "PUBLIC KEY", pair.getPublic().getEncoded());
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write keys to " + directory, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path file, String kind, byte[] der) throws IOException {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
    }
}
