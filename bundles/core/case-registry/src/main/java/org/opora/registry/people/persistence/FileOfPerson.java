package org.opora.registry.people.persistence;

import java.time.LocalDate;
import java.util.UUID;

/** A file in which a person takes or took part. */
public record FileOfPerson(
    UUID person, UUID file, String number, LocalDate since, LocalDate until) {}
