package org.opora.registry.complaints.application;

import java.time.LocalDate;
import java.util.List;
import org.opora.registry.complaints.domain.How;

/**
 * What a complaint said before somebody corrected it.
 *
 * @param complainant null when it was anonymous
 * @param changedOn the day it was corrected
 */
public record FormerLine(
    LocalDate receivedOn,
    How how,
    String complainant,
    String matter,
    List<String> aboutNames,
    LocalDate changedOn,
    String changedBy) {}
