package org.opora.documents.letters.application;

import java.io.IOException;
import org.opora.api.access.Viewer;
import org.opora.api.documents.spi.TemplateData.Reader;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.PersonId;
import org.opora.api.web.Centre;
import org.opora.documents.deliveries.application.DeliveryDesk;
import org.opora.documents.pdf.application.PdfMaker;
import org.opora.documents.store.application.Archive;
import org.opora.documents.store.application.Turns;
import org.opora.documents.store.domain.DocumentKind;
import org.opora.documents.templates.application.FieldBook;
import org.opora.documents.templates.application.NewTemplate;
import org.opora.documents.templates.application.TemplateBook;
import org.opora.documents.templates.application.TemplateFaults;
import org.opora.documents.templates.domain.Language;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.files.contributions.FamilyLetterData;
import org.opora.registry.house.application.CentreDesk;
import org.opora.registry.house.application.SettingsBook;
import org.opora.registry.house.contributions.CentreLetterData;
import org.opora.registry.register.AuthorityRoom;
import org.opora.registry.shared.application.Refusals;
import org.opora.testkit.BundleTexts;

/** A centre that writes letters, with the fields that the real register brings. */
public final class Bureau implements AutoCloseable {
  public final Archive archive;
  public final AuthorityRoom authorities;
  public final FieldBook fields = new FieldBook();
  public final TemplateBook templates;
  public final LetterDesk letters;
  public final DeliveryDesk deliveries;
  public final PaperDesk papers;
  private final PdfMaker pdf;

  public Bureau(Product product) throws IOException {
    this(product, new Turns());
  }

  /** A centre in which one file after the other is looked into like this. */
  public Bureau(Product product, Turns turns) throws IOException {
    this(new Archive(product, turns));
  }

  /** Over what is there already. */
  public Bureau(Archive archive) throws IOException {
    this.archive = archive;
    authorities = new AuthorityRoom(archive.register);
    var access = archive.register.access;
    fields.addData(new LetterData(authorities.bodies));
    fields.addData(
        new FamilyLetterData(
            archive.register.files,
            archive.register.people,
            archive.register.agreements,
            authorities.addressees,
            archive.register.staff));
    fields.addData(
        new CentreLetterData(
            new CentreDesk(
                archive.register.tx,
                access.access(),
                new SettingsBook(archive.register.tx, access.audit(), archive.register.staff),
                new Named(),
                new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS))));
    templates =
        new TemplateBook(
            archive.tx,
            access.access(),
            access.audit(),
            archive.register.staff,
            fields,
            archive.turns,
            archive.limits);
    pdf = new PdfMaker();
    letters =
        new LetterDesk(
            archive.tx,
            archive.filing,
            archive.shelf,
            templates,
            fields,
            pdf,
            archive.register.house.keys(),
            Archive.texts(),
            archive.register.house.access(),
            archive.register.people,
            archive.turns);
    papers = new PaperDesk(archive.filing, fields, pdf, archive.register.house.keys());
    deliveries =
        new DeliveryDesk(
            archive.tx,
            archive.shelf,
            archive.filing,
            archive.register.people,
            authorities.bodies,
            archive.register.staff,
            archive.register.house.audit(),
            archive.register.timeline,
            archive.register.evidence,
            Archive.texts(),
            archive.register.house.keys(),
            archive.register.house.access(),
            archive.register.tasks);
  }

  private static final class Named implements Centre {
    @Override
    public String name() {
      return "Opora Zkušební";
    }

    @Override
    public void rename(String name) {
      throw new AssertionError(name);
    }
  }

  /** A template that is valid from today. */
  public TemplateBook.Line template(String name, byte[] docx) throws TemplateFaults {
    Viewer director = archive.director;
    var id =
        templates.add(
            director,
            new NewTemplate(name, DocumentKind.LETTER, Language.CS, Archive.TODAY),
            archive.sent(name + ".docx", docx));
    return templates.view(director, id).line();
  }

  /** Writes a letter that was looked at before. */
  public DocumentId write(Viewer viewer, CaseFileId file, NewLetter letter) throws WordFaults {
    return letters.write(viewer, file, letter, letters.draft(viewer, file, letter).looked());
  }

  public static Reader to(PersonId person, String name) {
    return new Reader(person, null, name);
  }

  public static Reader to(BodyId body, String name) {
    return new Reader(null, body, name);
  }

  @Override
  public void close() throws IOException {
    pdf.close();
    archive.close();
  }
}
