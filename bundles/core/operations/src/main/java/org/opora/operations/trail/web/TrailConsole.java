package org.opora.operations.trail.web;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.SealedTrail;
import org.opora.api.persistence.Database;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.operations.shared.SafeFiles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code bin/opora audit export}: only for a person who signed in and may read the trail. The file
 * lies in the folder {@code outgoing} of the data folder; the console fetches it.
 */
@Component(service = TrailConsole.class)
public class TrailConsole {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final SealedTrail trail;
  private final Database database;

  @Activate
  public TrailConsole(@Reference SealedTrail trail, @Reference Database database) {
    this.trail = trail;
    this.database = database;
  }

  /** What is in the folder. */
  public record Written(String name, long bytes) {}

  public List<Route> routes() {
    return List.of(
        // The export itself is in the trail, before its first byte.
        Route.post("/ops/audit/export", AuditTrail.READ, this::export)
            .entry(Route.Entry.OPERATOR_SIGNED_IN));
  }

  private Reply export(Request request) throws IOException {
    Path outgoing = database.dataFolder().resolve("outgoing");
    SafeFiles.createPrivateFolder(outgoing);
    String name = "opora-trail-" + LocalDateTime.now(ZoneId.systemDefault()).format(STAMP) + ".txt";
    Path part = outgoing.resolve(name + ".part");
    try {
      Files.deleteIfExists(part);
      SafeFiles.createPrivate(part);
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
        trail.export(request.viewer(), out);
      }
      SafeFiles.force(part);
      SafeFiles.rename(part, outgoing.resolve(name));
    } finally {
      Files.deleteIfExists(part);
    }
    return Reply.json(new Written(name, Files.size(outgoing.resolve(name))));
  }
}
