package org.opora.persistence.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.opora.api.faults.Refused;
import org.opora.api.persistence.MasterKeys;
import org.opora.api.persistence.PaperKey;
import org.opora.api.text.Text;
import org.opora.persistence.database.Settings;
import org.opora.persistence.keys.KeyFolder.Waiting;
import org.opora.persistence.unit.Scopes;

/** {@link MasterKeys} of an open house. */
public final class HouseMaster implements MasterKeys {
  private final HouseKeys keys;
  private final Path folder;
  private final Scopes scopes;
  private final Clock clock;

  public HouseMaster(HouseKeys keys, Settings settings, Scopes scopes, Clock clock) {
    this.keys = keys;
    this.folder = settings.keys();
    this.scopes = scopes;
    this.clock = clock;
  }

  @Override
  public State state() {
    return new State(
        keys.generation(),
        typed(),
        scopes.read(Pairing::select).shown(),
        Files.exists(folder.resolve(KeyFolder.NEXT_FILE))
            || Files.exists(folder.resolve(KeyFolder.FORMER_FILE)));
  }

  @Override
  public List<String> sheet() {
    copies();
    if (!scopes.required(connection -> Pairing.markShown(connection, LocalDate.now(clock)))) {
      throw new Refused(
          null, Text.of("org.opora.persistence", "keys.shown", state().shown().toString()));
    }
    return PaperKey.write(keys.master().secret());
  }

  @Override
  public List<String> renew() {
    copies();
    MasterKey next = new MasterKey(KeyFolder.secret());
    LocalDate today = LocalDate.now(clock);
    try {
      if (typed()) {
        new Waiting(keys.master(), today).write(folder.resolve(KeyFolder.FORMER_FILE), next);
      } else {
        new Waiting(next, today).write(folder.resolve(KeyFolder.NEXT_FILE), keys.master());
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return PaperKey.write(next.secret());
  }

  private boolean typed() {
    return !Files.exists(folder.resolve(KeyFolder.KEY_FILE));
  }

  /** What the sheet brings back is there from the moment somebody has the sheet. */
  private void copies() {
    try {
      new KeptKeys(folder, keys.master().wrapping(), scopes).settle();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
