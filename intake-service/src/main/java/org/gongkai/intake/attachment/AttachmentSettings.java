package org.gongkai.intake.attachment;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How attachments are taken. */
@ConfigMapping(prefix = "gongkai.attachments")
public interface AttachmentSettings {

    /** How large a file may be. */
    @WithDefault("20M")
    MemorySize maxSize();
}
