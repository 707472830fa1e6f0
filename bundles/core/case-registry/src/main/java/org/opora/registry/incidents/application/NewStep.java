package org.opora.registry.incidents.application;

import java.time.LocalDate;
import java.time.LocalTime;
import org.opora.api.ids.StaffId;
import org.opora.registry.incidents.domain.How;
import org.opora.registry.incidents.domain.Told;

/**
 * What somebody did about an incident.
 *
 * @param at null when the time is not known
 * @param doer whoever did it may read the incident from then on
 * @param told whom they told; null when nobody
 * @param toldName of the official or other person, or null
 * @param how null when nobody was told
 */
public record NewStep(
    LocalDate on, LocalTime at, StaffId doer, String what, Told told, String toldName, How how) {}
