package org.opora.operations.backup.application;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opora.api.access.Subject;
import org.opora.api.persistence.IdleDatabase.Address;
import org.opora.operations.backup.domain.Passphrase;
import org.opora.operations.backup.domain.Restore;
import org.opora.operations.backup.domain.Tables;
import org.opora.persistence.test.PostgresServer;

/**
 * A backup made while people write, restored on another machine: equal rows, and sealed values
 * open.
 */
class BackupRoundTripTest {
  private static final int WRITERS = 4;

  @TempDir Path folder;

  @Test
  void bringsBackWhatWasThereWhenItWasMade() throws Exception {
    bringsBack(null, null);
  }

  @Test
  void bringsBackWhatWasThereWhenItWasMadeOnAServer() throws Exception {
    bringsBack(PostgresServer.newDatabase(), PostgresServer.newDatabase());
  }

  private void bringsBack(String url, String otherUrl) throws Exception {
    Path data = folder.resolve("data");
    Path keys = folder.resolve("data.keys");
    Subject owner = new Subject(Subject.Kind.PERSON, UUID.randomUUID());
    UUID row = UUID.randomUUID();
    Set<String> before;
    Set<String> after;
    Backups.Made made;
    byte[] sealed;
    char[] passphrase;
    try (Opened house = Opened.at(data, keys, url)) {
      Files.createDirectories(data.resolve("files/ab"));
      Files.writeString(data.resolve("files/ab/photo"), "sealed photo");
      Files.writeString(data.resolve("operator.key"), "of this machine alone");
      sealed = house.foundation().keys().seal(owner, "T.C", row, "tajné");
      passphrase = Passphrase.ofFolder(keys);
      Set<String> acknowledged = new ConcurrentSkipListSet<>();
      AtomicBoolean enough = new AtomicBoolean();
      CountDownLatch underWay = new CountDownLatch(50);
      ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
      Future<?>[] work = new Future<?>[WRITERS];
      for (int i = 0; i < work.length; i++) {
        int writer = i;
        work[i] =
            writers.submit(
                () -> {
                  for (int n = 0; !enough.get(); n++) {
                    String name = writer + "-" + n;
                    house.write(name);
                    acknowledged.add(name);
                    underWay.countDown();
                  }
                });
      }
      underWay.await();
      before = Set.copyOf(acknowledged);
      made = house.backup();
      enough.set(true);
      for (Future<?> one : work) {
        one.get();
      }
      writers.shutdown();
      after = house.rows();
    }
    assertTrue(after.size() > before.size(), "people wrote while the backup was made");
    assertContainsNothingPlain(made.file());

    Path other = folder.resolve("other/data");
    Restore restore =
        new Restore(
            other,
            folder.resolve("other/data.keys"),
            otherUrl == null ? null : Tables.at(new Address(otherUrl, null, null)));
    restore.prepare(made.file(), passphrase, Clock.systemUTC());
    restore.finish();

    try (Opened house = Opened.at(other, folder.resolve("other/data.keys"), otherUrl)) {
      Set<String> restored = house.rows();
      assertTrue(restored.containsAll(before), "nothing acknowledged before is missing");
      assertTrue(after.containsAll(restored), "nothing is there that never was");
      assertOneMoment(restored);
      assertEquals("tajné", house.foundation().keys().open(owner, "T.C", row, sealed));
      house.write("and people go on");
    }
    assertEquals("sealed photo", Files.readString(other.resolve("files/ab/photo")));
    assertFalse(Files.exists(other.resolve("operator.key")));
    assertFalse(Files.exists(other.resolve("outgoing")));
    assertFalse(Files.exists(other.resolve("database")), "the copy of the tables is used up");
    assertTrue(Files.exists(folder.resolve("other/data.keys/recovery.txt")));
  }

  /** No half transaction, and of every writer all up to one and none after it. */
  private static void assertOneMoment(Set<String> restored) {
    int[] counted = new int[WRITERS];
    int[] last = new int[WRITERS];
    for (String name : restored) {
      if (!name.endsWith(Opened.TWIN)) {
        assertTrue(restored.contains(name + Opened.TWIN), "half a transaction: " + name);
        String[] parts = name.split("-");
        int writer = Integer.parseInt(parts[0]);
        counted[writer]++;
        last[writer] = Math.max(last[writer], Integer.parseInt(parts[1]) + 1);
      }
    }
    assertEquals(2 * Arrays.stream(counted).sum(), restored.size());
    assertArrayEquals(last, counted, "a gap in what one writer wrote");
  }

  private static void assertContainsNothingPlain(Path file) throws IOException {
    String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    for (String canary : new String[] {"sealed photo", "service.properties", "recovery.txt"}) {
      assertFalse(bytes.contains(canary), canary);
    }
  }
}
