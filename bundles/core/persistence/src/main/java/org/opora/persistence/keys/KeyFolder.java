package org.opora.persistence.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.opora.api.text.Text;
import org.opora.persistence.database.DatabaseUnavailable;
import org.opora.persistence.database.Dialect;
import org.opora.persistence.database.Settings;
import org.opora.persistence.unit.Scopes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of the master key. It and the data know each other by a pairing id, and the database
 * holds a proof of the key: data and key of different houses are refused at the start, before
 * anything is written that nobody could read later. The key itself may also have been typed; then
 * it lies in no file.
 */
public final class KeyFolder {
  static final String KEY_FILE = "master.key";
  static final String PAIR_FILE = "pair.id";

  /** The day its sheet was shown and the key that follows, sealed with the present one. */
  static final String NEXT_FILE = "master.next";

  /**
   * Where the key is typed: the day and the key that goes, sealed with the one that follows. Only
   * whoever types that one has it on paper, so nothing takes its place before.
   */
  static final String FORMER_FILE = "master.former";

  private static final Logger LOG = LoggerFactory.getLogger(KeyFolder.class);

  private final Settings settings;
  private final Scopes scopes;
  private final Dialect dialect;
  private final MasterKey typed;

  private KeyFolder(Settings settings, Scopes scopes, Dialect dialect, MasterKey typed) {
    this.settings = settings;
    this.scopes = scopes;
    this.dialect = dialect;
    this.typed = typed;
  }

  /**
   * Reads the master key, makes it at the very first start, and puts one that waits in its place.
   *
   * @param typed the master key as it was typed at the start; null when it lies in its file
   * @throws DatabaseUnavailable when the key is missing or belongs to other data
   */
  public static HouseKeys open(Settings settings, Scopes scopes, Dialect dialect, MasterKey typed) {
    try {
      return new KeyFolder(settings, scopes, dialect, typed).open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HouseKeys open() throws IOException {
    refuseInside();
    String dataPair = KeyFiles.read(settings.data().resolve(PAIR_FILE));
    Pairing known = scopes.read(Pairing::select);
    MasterKey key = given(dataPair != null || known != null);
    String pair = pair(dataPair, known);
    if (known == null) {
      known = first(pair, key);
    } else {
      key = present(known, pair, key);
      known = scopes.read(Pairing::select);
    }
    if (dataPair == null) {
      KeyFiles.write(settings.data().resolve(PAIR_FILE), pair.getBytes(StandardCharsets.US_ASCII));
    }
    if (!Files.exists(settings.keys().resolve(PAIR_FILE))) {
      KeyFiles.folder(settings.keys());
      KeyFiles.write(settings.keys().resolve(PAIR_FILE), pair.getBytes(StandardCharsets.US_ASCII));
    }
    KeptKeys kept = new KeptKeys(settings.keys(), key.wrapping(), scopes);
    kept.settle();
    return new HouseKeys(key, marks(kept, key), known.generation());
  }

  /** Whoever takes the data along must not take the key along. */
  private void refuseInside() throws IOException {
    if (real(settings.keys()).startsWith(real(settings.data()))) {
      throw refused("The key folder lies in the data folder", "keys.inside");
    }
  }

  /** A folder that is not there yet will lie where the nearest one above it really is. */
  private static Path real(Path folder) throws IOException {
    Path there = folder;
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    return there.toRealPath().resolve(there.relativize(folder)).normalize();
  }

  private MasterKey given(boolean lived) throws IOException {
    if (typed != null) {
      return typed;
    }
    Path file = settings.keys().resolve(KEY_FILE);
    if (!Files.exists(file)) {
      if (lived) {
        throw refused("The key folder " + settings.keys() + " holds no master key", "keys.missing");
      }
      create(file);
    }
    return new MasterKey(Files.readAllBytes(file));
  }

  private String pair(String dataPair, Pairing known) throws IOException {
    String pair = KeyFiles.read(settings.keys().resolve(PAIR_FILE));
    if (pair == null && typed != null && known != null) {
      // The folder is gone and the key came from paper: the proof says whether it fits.
      pair = known.pair();
    }
    if (pair == null || (dataPair != null && !dataPair.equals(pair))) {
      throw wrong();
    }
    return pair;
  }

  private Pairing first(String pair, MasterKey key) {
    Pairing pairing = new Pairing(pair, key.proof(pair), 1, null);
    KeptKeys kept = new KeptKeys(settings.keys(), key.wrapping(), scopes);
    scopes.required(
        connection -> {
          pairing.insert(connection);
          kept.keep(connection, KeptKeys.MARKS, secret());
          return null;
        });
    return pairing;
  }

  /** A house from before there was a root of its own derived its fingerprints from this key. */
  private MasterKey marks(KeptKeys kept, MasterKey key) {
    byte[] root = kept.find(KeptKeys.MARKS);
    if (root != null) {
      return new MasterKey(root);
    }
    scopes.required(
        connection -> {
          kept.keep(connection, KeptKeys.MARKS, key.secret());
          return null;
        });
    return key;
  }

  /**
   * The key that counts from now on. A renewal that was interrupted goes on here: as long as it is
   * not committed the former key fits, and afterwards the next one.
   */
  private MasterKey present(Pairing known, String pair, MasterKey key) throws IOException {
    Waiting former = Waiting.read(file(FORMER_FILE), key);
    if (former != null) {
      return fromPaper(known, pair, key, former);
    }
    Path file = file(NEXT_FILE);
    Waiting next = Waiting.read(file, key);
    if (next == null) {
      if (!known.of(pair, key)) {
        throw wrong();
      }
      // One that another key has sealed was put in place long ago.
      Files.deleteIfExists(file);
      return key;
    }
    if (known.of(pair, key)) {
      if (typed != null) {
        new Waiting(key, next.shown()).write(file(FORMER_FILE), next.key());
        Files.delete(file);
        return key;
      }
      renew(known, key, next.key(), next.shown());
    }
    Pairing now = scopes.read(Pairing::select);
    if (now.of(pair, next.key())) {
      Path own = file(KEY_FILE);
      if (Files.exists(own)) {
        KeyFiles.write(own, next.key().secret());
      }
      Files.delete(file);
      Files.deleteIfExists(file(FORMER_FILE));
      return next.key();
    }
    if (now.of(pair, key)) {
      return key;
    }
    throw wrong();
  }

  /** The key that follows is there, brought by somebody who has it on paper. */
  private MasterKey fromPaper(Pairing known, String pair, MasterKey key, Waiting former)
      throws IOException {
    if (known.of(pair, former.key())) {
      renew(known, former.key(), key, former.shown());
    }
    Pairing now = scopes.read(Pairing::select);
    if (now.of(pair, key)) {
      Files.delete(file(FORMER_FILE));
      return key;
    }
    if (now.of(pair, former.key())) {
      return former.key();
    }
    throw wrong();
  }

  /** When it cannot be done the house opens with the key it has. */
  private void renew(Pairing known, MasterKey key, MasterKey next, LocalDate shown) {
    Renewal renewal = new Renewal(key, next, dialect);
    try {
      scopes.required(
          connection -> {
            renewal.carryOut(connection, known, shown);
            return null;
          });
      LOG.info("The master key was renewed");
    } catch (RuntimeException e) {
      LOG.error("The master key was not renewed; the former one counts", e);
    }
  }

  private Path file(String name) {
    return settings.keys().resolve(name);
  }

  private void create(Path file) throws IOException {
    KeyFiles.folder(settings.keys());
    KeyFiles.write(
        settings.keys().resolve(PAIR_FILE),
        UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
    KeyFiles.write(file, secret());
  }

  static byte[] secret() {
    byte[] secret = new byte[MasterKey.LENGTH];
    new SecureRandom().nextBytes(secret);
    return secret;
  }

  private DatabaseUnavailable wrong() {
    return typed == null
        ? refused(
            "The master key in "
                + settings.keys()
                + " belongs to other data than "
                + settings.data(),
            "keys.wrong")
        : refused("The key that was typed belongs to other data", "keys.typed-wrong");
  }

  private DatabaseUnavailable refused(String message, String key) {
    return new DatabaseUnavailable(
        message, Text.of("org.opora.persistence", key, settings.keys().toString()), null);
  }

  /**
   * A key that waits in a file, sealed with another one.
   *
   * @param shown day on which the sheet of the one that follows was shown
   */
  record Waiting(MasterKey key, LocalDate shown) {
    private static final Envelope ENVELOPE = new Envelope();
    private static final int DAY = 10;

    void write(Path file, MasterKey by) throws IOException {
      byte[] day = shown.toString().getBytes(StandardCharsets.US_ASCII);
      byte[] plain = Arrays.copyOf(day, DAY + MasterKey.LENGTH);
      System.arraycopy(key.secret(), 0, plain, DAY, MasterKey.LENGTH);
      KeyFiles.write(file, ENVELOPE.seal(by.successor(), DataKeys.WRAP, place(file), plain));
    }

    /** Null when there is no such file, or it was not sealed by this key. */
    static Waiting read(Path file, MasterKey by) throws IOException {
      if (!Files.exists(file)) {
        return null;
      }
      byte[] sealed = Files.readAllBytes(file);
      try {
        byte[] plain = ENVELOPE.open(by.successor(), place(file), sealed);
        return new Waiting(
            new MasterKey(Arrays.copyOfRange(plain, DAY, plain.length)),
            LocalDate.parse(new String(plain, 0, DAY, StandardCharsets.US_ASCII)));
      } catch (IllegalStateException ofAnother) {
        return null;
      }
    }

    private static String place(Path file) {
      return file.endsWith(NEXT_FILE) ? "successor" : "former";
    }
  }
}
