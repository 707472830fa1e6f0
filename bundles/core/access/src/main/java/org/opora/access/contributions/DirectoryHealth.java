package org.opora.access.contributions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.opora.access.AccessModule;
import org.opora.api.access.Directory;
import org.opora.api.access.Directory.Connection;
import org.opora.api.access.DirectoryAway;
import org.opora.api.faults.Refused;
import org.opora.api.health.spi.HealthCheck;
import org.opora.api.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whether the directory answers. One that is away keeps whoever asks waiting, so it is asked once a
 * minute at most.
 */
@Component
public final class DirectoryHealth implements HealthCheck {
  private static final Duration HOLDS = Duration.ofMinutes(1);

  /** A name that nobody has. */
  private static final String NOBODY = "opora";

  private final Directory directory;
  private final Clock clock;
  private Seen seen;

  private record Seen(Connection connection, Instant at, Result result) {}

  @Activate
  public DirectoryHealth(@Reference Directory directory) {
    this(directory, Clock.systemUTC());
  }

  DirectoryHealth(Directory directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "directory";
  }

  @Override
  public synchronized Result check() {
    try {
      Optional<Connection> connection = directory.connection();
      return connection.isEmpty()
          ? result(Level.OK, "health.directory.none")
          : check(connection.get());
    } catch (Refused unusable) {
      return new Result(Level.FAULT, unusable.text());
    }
  }

  private Result check(Connection connection) {
    Instant now = clock.instant();
    if (seen == null
        || !seen.connection().equals(connection)
        || !now.isBefore(seen.at().plus(HOLDS))) {
      seen = new Seen(connection, now, asked());
    }
    return seen.result();
  }

  private Result asked() {
    try {
      directory.look(NOBODY);
      return result(Level.OK, "health.directory.ok");
    } catch (DirectoryAway away) {
      return new Result(Level.FAULT, away.text());
    }
  }

  private static Result result(Level level, String key) {
    return new Result(level, Text.of(AccessModule.ORIGIN, key));
  }
}
