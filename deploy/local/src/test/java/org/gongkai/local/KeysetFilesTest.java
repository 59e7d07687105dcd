package org.gongkai.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetFilesTest {

    @TempDir
    Path folder;

    @Test
    void keys_are_made_once_and_are_readable_by_their_owner_alone() throws IOException {
        KeysetFiles made = KeysetFiles.in(folder);
        String seal = Files.readString(made.seal());
        String index = Files.readString(made.index());

        KeysetFiles again = KeysetFiles.in(folder);

        assertEquals(seal, Files.readString(again.seal()));
        assertEquals(index, Files.readString(again.index()));
        for (Path file : new Path[] {made.seal(), made.index()}) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void every_system_has_keys_of_its_own() throws IOException {
        KeysetFiles one = KeysetFiles.in(Files.createDirectory(folder.resolve("one")));
        KeysetFiles other = KeysetFiles.in(Files.createDirectory(folder.resolve("other")));

        assertNotEquals(Files.readString(one.seal()), Files.readString(other.seal()));
        assertNotEquals(Files.readString(one.index()), Files.readString(other.index()));
    }
}
