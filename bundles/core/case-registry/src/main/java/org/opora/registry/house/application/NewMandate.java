package org.opora.registry.house.application;

import java.time.LocalDate;
import org.opora.api.ids.BodyId;

/**
 * A mandate as typed.
 *
 * @param region in the directory; null when it is not there
 * @param inForceFrom day of legal force
 * @param until null when it has no end
 */
public record NewMandate(
    String number,
    BodyId region,
    String regionName,
    LocalDate decidedOn,
    LocalDate inForceFrom,
    LocalDate until) {}
