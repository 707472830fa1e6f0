package org.opora.registry.complaints.application;

import java.time.LocalDate;
import org.opora.api.ids.StaffId;
import org.opora.registry.complaints.domain.Finding;
import org.opora.registry.complaints.domain.How;

/**
 * What came of a complaint; each part may be null until the complaint is closed.
 *
 * @param answeredHow null for an anonymous one, which is published instead
 * @param published where the answer to an anonymous one was published
 */
public record Outcome(
    Finding finding,
    String measures,
    LocalDate answeredOn,
    StaffId answeredBy,
    How answeredHow,
    String answer,
    String published) {}
