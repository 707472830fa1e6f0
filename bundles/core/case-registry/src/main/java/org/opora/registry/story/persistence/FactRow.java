package org.opora.registry.story.persistence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Fact;
import org.opora.api.ids.CaseFileId;

/**
 * A fact as it stands.
 *
 * @param file null where it counts in no file
 * @param ref empty where nothing ties it to others
 */
public record FactRow(
    UUID id,
    UUID source,
    String origin,
    String kind,
    String subjectKind,
    UUID subject,
    UUID file,
    LocalDate day,
    LocalDate until,
    BigDecimal quantity,
    String unit,
    String form,
    String ref,
    boolean openingBalance) {
  public Fact fact() {
    CaseFileId in = file == null ? null : new CaseFileId(file);
    return new Fact(
        source,
        origin,
        kind,
        new About(About.Kind.valueOf(subjectKind), subject, in),
        day,
        until,
        quantity,
        unit,
        form,
        ref.isEmpty() ? null : ref,
        openingBalance);
  }
}
