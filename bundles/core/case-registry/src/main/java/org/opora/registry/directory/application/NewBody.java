package org.opora.registry.directory.application;

import java.time.LocalDate;
import org.opora.api.bodies.Bodies.Kind;

/**
 * What is written down about a body, as typed. Everything but kind and name may be null.
 *
 * @param since first day of the entry
 * @param until last day of the entry
 */
public record NewBody(
    Kind kind,
    String name,
    String street,
    String town,
    String postalCode,
    String dataBox,
    String email,
    String phone,
    String ico,
    LocalDate since,
    LocalDate until) {}
