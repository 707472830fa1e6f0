package org.opora.operations.backup.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
import org.opora.api.ids.Ids;
import org.opora.api.persistence.Transactions;
import org.opora.operations.OperationsSchema;
import org.opora.operations.Recorded;
import org.opora.operations.backup.domain.BackupMade;
import org.opora.operations.backup.domain.Passphrase;
import org.opora.operations.backup.domain.Restore;
import org.opora.operations.backup.persistence.BackupsMade;
import org.opora.persistence.Foundation;
import org.opora.persistence.database.HouseDatabase;
import org.opora.persistence.database.Settings;
import org.opora.persistence.migration.Scripts;

/**
 * A backup made while people write, restored on another machine: equal rows, and sealed values
 * open.
 */
class BackupRoundTripTest {
  @TempDir Path folder;

  private record Opened(Foundation foundation, Transactions transactions) implements AutoCloseable {
    static Opened at(Path data, Path keys) {
      Foundation foundation =
          Foundation.lay(
              new Settings(data, keys, "jdbc:derby:" + data.resolve("db"), null, null),
              Scripts.beside(Foundation.class));
      OperationsSchema schema = new OperationsSchema();
      var unit =
          foundation.add(
              schema,
              Scripts.beside(OperationsSchema.class),
              OperationsSchema.class.getClassLoader(),
              OperationsSchema.class.getProtectionDomain().getCodeSource().getLocation());
      return new Opened(foundation, unit.transactions());
    }

    Set<String> rows() {
      List<String> names =
          transactions.read(
              em ->
                  em.createQuery("SELECT b.name FROM BackupMade b", String.class).getResultList());
      return new TreeSet<>(names);
    }

    void write(String name) {
      transactions.run(em -> em.persist(new BackupMade(Ids.next(), name, 1, "0", Instant.now())));
    }

    @Override
    public void close() {
      foundation.close();
    }
  }

  @Test
  void bringsBackWhatWasThereWhenItWasMade() throws Exception {
    Path data = folder.resolve("data");
    Path keys = folder.resolve("data.keys");
    Subject owner = new Subject(Subject.Kind.PERSON, UUID.randomUUID());
    UUID row = UUID.randomUUID();
    Set<String> before;
    Set<String> after;
    Backups.Made made;
    byte[] sealed;
    char[] passphrase;
    try (Opened house = Opened.at(data, keys)) {
      Files.createDirectories(data.resolve("files/ab"));
      Files.writeString(data.resolve("files/ab/photo"), "sealed photo");
      Files.writeString(data.resolve("operator.key"), "of this machine alone");
      sealed = house.foundation().keys().seal(owner, "T.C", row, "tajné");
      passphrase = Passphrase.ofFolder(keys);
      BackupMaker maker =
          new BackupMaker(
              new HouseDatabase(house.foundation().database()),
              new Recorded(),
              new BackupsMade(house.transactions()),
              "0.1.0");
      Set<String> acknowledged = new ConcurrentSkipListSet<>();
      AtomicBoolean enough = new AtomicBoolean();
      CountDownLatch underWay = new CountDownLatch(50);
      ExecutorService writers = Executors.newFixedThreadPool(4);
      Future<?>[] work = new Future<?>[4];
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
      made = maker.make();
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
    Restore restore = new Restore(other, folder.resolve("other/data.keys"));
    restore.prepare(made.file(), passphrase, Clock.systemUTC());
    restore.finish();

    try (Opened house = Opened.at(other, folder.resolve("other/data.keys"))) {
      Set<String> restored = house.rows();
      assertTrue(restored.containsAll(before), "nothing acknowledged before is missing");
      assertTrue(after.containsAll(restored), "nothing is there that never was");
      assertEquals("tajné", house.foundation().keys().open(owner, "T.C", row, sealed));
      house.write("and people go on");
    }
    assertEquals("sealed photo", Files.readString(other.resolve("files/ab/photo")));
    assertFalse(Files.exists(other.resolve("operator.key")));
    assertFalse(Files.exists(other.resolve("outgoing")));
    assertTrue(Files.exists(folder.resolve("other/data.keys/recovery.txt")));
  }

  private static void assertContainsNothingPlain(Path file) throws IOException {
    String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    for (String canary : new String[] {"sealed photo", "service.properties", "recovery.txt"}) {
      assertFalse(bytes.contains(canary), canary);
    }
  }
}
