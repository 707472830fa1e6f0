package org.opora.registry.trail.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.opora.api.access.SealedTrail.End;
import org.opora.api.faults.NotFound;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.shared.web.Model;
import org.opora.registry.trail.application.TrailDesk;

/** Where the trail ends, and the sheet of a day for the folder. No word about a client. */
final class SealPages {
  private static final int DAYS = 40;
  private static final int GROUP = 4;
  private final TrailDesk desk;

  SealPages(TrailDesk desk) {
    this.desk = desk;
  }

  Reply list(Request request) {
    return new Model().with("ends", desk.ends(request.viewer(), DAYS)).page("trail-seals");
  }

  Reply sheet(Request request) {
    End end = desk.end(request.viewer(), day(request));
    // Days of the seals are those of UTC: they must not depend on where a clock stands.
    LocalDate running = LocalDate.ofInstant(request.viewer().now(), ZoneOffset.UTC);
    return new Model()
        .with("end", end)
        .with("seal", grouped(end.seal()))
        .with("running", !end.day().isBefore(running))
        .page("trail-seal");
  }

  private static LocalDate day(Request request) {
    try {
      return LocalDate.parse(request.variable("day"));
    } catch (DateTimeException notOurs) {
      throw new NotFound();
    }
  }

  /** In groups, as people read figures to each other. */
  private static String grouped(String seal) {
    return seal.replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
  }
}
