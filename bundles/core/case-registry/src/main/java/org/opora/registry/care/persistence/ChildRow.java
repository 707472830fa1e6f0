package org.opora.registry.care.persistence;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.care.Visits.ViewLearntBy;

/** What a visit says of a child, still sealed. */
public record ChildRow(
    UUID id,
    UUID visit,
    UUID file,
    UUID child,
    UUID childFile,
    LocalDate day,
    boolean seenAlone,
    byte[] notAloneReason,
    byte[] view,
    ViewLearntBy learntBy,
    UUID by) {}
