package org.gongkai.report.edition;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.ws.rs.core.MediaType;
import java.util.HexFormat;

/** An edition in one format, byte for byte. */
@Entity(name = "edition_file")
class EditionFile extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    Long edition;

    String suffix;

    String type;

    int rank;

    byte[] hash;

    int size;

    byte[] bytes;

    static EditionFile of(String suffix, MediaType type, int rank, byte[] bytes) {
        EditionFile file = new EditionFile();
        file.suffix = suffix;
        file.type = type.toString();
        file.rank = rank;
        file.hash = Hashes.of(bytes);
        file.size = bytes.length;
        file.bytes = bytes;
        return file;
    }

    /** What is said of a file without its bytes. */
    record Summary(String suffix, String type, byte[] hash, int size) {

        MediaType mediaType() {
            return MediaType.valueOf(type);
        }

        /** Lower-case hexadecimal. */
        String sha256() {
            return HexFormat.of().formatHex(hash);
        }
    }
}
