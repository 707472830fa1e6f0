package org.opora.registry.care.persistence;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.opora.api.care.Visits.Place;

/** A visit in a list, with the key of its writer. */
public record VisitRow(
    UUID id,
    LocalDate day,
    LocalTime start,
    Integer minutes,
    boolean announced,
    Place place,
    UUID by,
    boolean counts) {}
