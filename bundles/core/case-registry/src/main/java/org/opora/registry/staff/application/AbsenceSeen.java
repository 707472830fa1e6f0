package org.opora.registry.staff.application;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;
import org.opora.registry.staff.domain.AbsenceKind;

/**
 * An absence as the viewer may see it.
 *
 * @param kind null for whoever only stands in
 * @param deputy null when nobody stands in
 * @param deputyName null when nobody stands in
 * @param confirmedOn null until the families were given to the deputy
 * @param over whether its last day has passed
 * @param deputyAway whether the deputy is away themselves on some of these days
 * @param lacking whether, confirmed as it was, a family is without anybody on some day to come;
 *     told to nobody who only stands in
 */
public record AbsenceSeen(
    UUID id,
    long version,
    StaffId staff,
    String name,
    AbsenceKind kind,
    LocalDate since,
    LocalDate until,
    StaffId deputy,
    String deputyName,
    LocalDate confirmedOn,
    boolean over,
    boolean deputyAway,
    boolean lacking) {}
