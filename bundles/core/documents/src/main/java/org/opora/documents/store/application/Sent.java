package org.opora.documents.store.application;

import java.nio.file.Path;

/**
 * A file that somebody sent, still on the disk.
 *
 * @param name as the browser calls it
 */
public record Sent(String name, Path file) {}
