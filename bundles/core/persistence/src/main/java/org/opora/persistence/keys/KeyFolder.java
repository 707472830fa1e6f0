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

  private static Path real(Path folder) throws IOException {
    return Files.exists(folder) ? folder.toRealPath() : folder;
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
    Path file = settings.keys().resolve(NEXT_FILE);
    Successor next = Files.exists(file) ? Successor.read(file, key) : null;
    if (next == null) {
      if (!known.of(pair, key)) {
        throw wrong();
      }
      // One that another key has sealed was put in place long ago.
      Files.deleteIfExists(file);
      return key;
    }
    if (known.of(pair, key)) {
      renew(known, key, next);
    }
    Pairing now = scopes.read(Pairing::select);
    if (now.of(pair, next.key())) {
      Path own = settings.keys().resolve(KEY_FILE);
      if (Files.exists(own)) {
        KeyFiles.write(own, next.key().secret());
      }
      Files.delete(file);
      return next.key();
    }
    if (now.of(pair, key)) {
      return key;
    }
    throw wrong();
  }

  /** When it cannot be done the house opens with the key it has. */
  private void renew(Pairing known, MasterKey key, Successor next) {
    Renewal renewal = new Renewal(key, next.key(), dialect);
    try {
      scopes.required(
          connection -> {
            renewal.carryOut(connection, known, next.shown());
            return null;
          });
      LOG.info("The master key was renewed");
    } catch (RuntimeException e) {
      LOG.error("The master key was not renewed; the former one counts", e);
    }
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

  /** The key that follows, as it waits in its file. */
  record Successor(MasterKey key, LocalDate shown) {
    private static final Envelope ENVELOPE = new Envelope();
    private static final String PLACE = "successor";
    private static final int DAY = 10;

    void write(Path file, MasterKey present) throws IOException {
      byte[] day = shown.toString().getBytes(StandardCharsets.US_ASCII);
      byte[] plain = Arrays.copyOf(day, DAY + MasterKey.LENGTH);
      System.arraycopy(key.secret(), 0, plain, DAY, MasterKey.LENGTH);
      KeyFiles.write(file, ENVELOPE.seal(present.successor(), DataKeys.WRAP, PLACE, plain));
    }

    /** Null when it was not sealed by this key. */
    static Successor read(Path file, MasterKey present) throws IOException {
      byte[] sealed = Files.readAllBytes(file);
      try {
        byte[] plain = ENVELOPE.open(present.successor(), PLACE, sealed);
        return new Successor(
            new MasterKey(Arrays.copyOfRange(plain, DAY, plain.length)),
            LocalDate.parse(new String(plain, 0, DAY, StandardCharsets.US_ASCII)));
      } catch (IllegalStateException ofAnother) {
        return null;
      }
    }
  }
}
