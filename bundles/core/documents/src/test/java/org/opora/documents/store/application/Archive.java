package org.opora.documents.store.application;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.function.Executable;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.faults.Refused;
import org.opora.api.files.Placements;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;
import org.opora.documents.DocumentsModule;
import org.opora.documents.store.domain.DocumentKind;
import org.opora.documents.store.persistence.DocumentsSchema;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.register.Register;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.BundleTexts;

/** A centre with its documents: the real register beneath them, on a real database. */
public final class Archive implements AutoCloseable {
  public static final LocalDate TODAY = Register.TODAY;
  public static final byte[] LETTER =
      "Vážení, posíláme rozhodnutí.".getBytes(StandardCharsets.UTF_8);

  public final Register register;
  public final Transactions tx;
  public final Filing filing;
  public final Shelf shelf;
  public final LimitBook limits;
  public final Turns turns;
  public final Viewer director;
  private final Path folder;
  private final AtomicInteger number = new AtomicInteger();

  public Archive(Product product) throws IOException {
    this(product, new Turns());
  }

  /** A centre in which one file after the other is looked into like this. */
  public Archive(Product product, Turns turns) throws IOException {
    this(new Register(product, new DocumentsSchema()), turns);
  }

  /** Over a register that has the tables of documents; it is closed with this. */
  public Archive(Register register, Turns turns) throws IOException {
    this.register = register;
    folder = Files.createTempDirectory("opora-documents");
    tx = register.house.transactions(DocumentsModule.ID);
    this.turns = turns;
    limits = new LimitBook(tx, register.house.access(), register.house.audit(), register.staff);
    filing =
        new Filing(
            tx,
            register.house.access(),
            register.house.audit(),
            register.people,
            register.files,
            register.house.keys(),
            register.timeline,
            texts(),
            limits,
            turns);
    shelf =
        new Shelf(
            tx,
            register.house.access(),
            register.house.audit(),
            register.people,
            register.files,
            register.house.keys(),
            register.staff,
            register.timeline);
    director = viewer("director");
  }

  public static Messages texts() {
    return new BundleTexts(DocumentsModule.class, DocumentsModule.ORIGIN);
  }

  public Viewer viewer(String role) {
    return register.viewer(role, new DocumentsModule());
  }

  /** A family with a key worker of its own. */
  public Case opened() {
    Viewer worker = viewer("key-worker");
    return new Case(
        worker, register.family(director, worker, "Papírová " + number.incrementAndGet()));
  }

  /** Such a family. */
  public record Case(Viewer worker, Family family) {
    public Subject file() {
      return Subject.of(family.file());
    }
  }

  public Sent sent(String name, byte[] content) {
    try {
      return Sent.on(name, Files.write(folder.resolve("f" + number.incrementAndGet()), content));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  public DocumentId add(Case opened, DocumentKind kind, PersonId person) {
    return filing.add(
        opened.worker(),
        opened.family().file(),
        new NewDocument(kind, "Dopis " + number.incrementAndGet(), person, TODAY, null),
        sent("dopis.txt", LETTER));
  }

  public DocumentId letter(Case opened) {
    return add(opened, DocumentKind.LETTER, null);
  }

  /** As it is now. */
  public void withdraw(Viewer viewer, DocumentId id, String why) {
    filing.withdraw(viewer, id, shelf.view(viewer, id).line().version(), why);
  }

  public List<DocumentId> listed(Viewer viewer, Case opened) {
    return shelf.of(viewer, opened.family().file(), null, 100).items().stream()
        .map(Shelf.Line::id)
        .toList();
  }

  public byte[] content(Viewer viewer, DocumentId id) {
    Shelf.View view = shelf.view(viewer, id);
    return whole(shelf.content(viewer, id, view.files().get(0).id()));
  }

  static byte[] whole(Shelf.Content content) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    content.pieces().forEach(whole::writeBytes);
    return whole.toByteArray();
  }

  /** The child leaves the family, for none that the centre knows. */
  public void leaves(Case opened, LocalDate last) {
    Placements.Stay stay = register.placements.of(director, opened.family().file()).get(0);
    register.placements.end(director, stay.id(), last);
  }

  /** Its file is closed, as it is when nobody is in it any more. */
  public void close(Case opened) {
    file(opened, file -> file.close(TODAY, null));
  }

  /** The closed file is put away. */
  public void putAway(Case opened) {
    file(opened, file -> file.archive(TODAY));
  }

  private void file(Case opened, Consumer<CaseFile> change) {
    register.tx.run(em -> change.accept(em.find(CaseFile.class, opened.family().file().value())));
  }

  /** What was opened for an inspection, or in an emergency. */
  public void lend(Viewer viewer, Case opened, RelationKind kind) {
    register
        .house
        .relations()
        .lend(
            viewer.staff(),
            opened.file(),
            kind,
            TODAY,
            null,
            viewer.now().plusSeconds(3_600),
            "test:" + kind);
  }

  /** Somebody who may raise walls does so. */
  public void wall(Viewer against, Subject subject) {
    register
        .house
        .walls()
        .raise(director, against.staff(), subject, Walls.Ground.CONFLICT_OF_INTEREST);
  }

  /** How many rows of the trail say this of the viewer. */
  public long trail(Viewer viewer, String act) {
    return register
        .house
        .transactions("access")
        .read(
            em ->
                ((Number)
                        em.createNativeQuery(
                                "SELECT COUNT(*) FROM ACCESS.AUDIT_EVENT WHERE act = ?1 AND request"
                                    + " = ?2")
                            .setParameter(1, act)
                            .setParameter(2, viewer.requestId())
                            .getSingleResult())
                    .longValue());
  }

  public static String refusal(Executable act) {
    Refused refused = assertThrows(Refused.class, act);
    return refused.field() + ": " + refused.text().key();
  }

  @Override
  public void close() throws IOException {
    register.close();
    try (var all = Files.list(folder)) {
      for (Path one : all.toList()) {
        Files.delete(one);
      }
    }
    Files.delete(folder);
  }
}
