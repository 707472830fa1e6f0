package org.opora.documents.store.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.documents.store.domain.Document;
import org.opora.documents.store.domain.DocumentKind;
import org.opora.documents.store.domain.LimitsRow;

/** Everything the store asks its tables. Lists are paged by key and leave the contents alone. */
public final class DocumentQueries {
  private static final String ROW =
      "SELECT NEW org.opora.documents.store.persistence.DocumentRow(d.id, d.version, d.caseFile,"
          + " d.childFile, d.person, d.kind, d.title, d.datedOn, d.about, d.versions, d.addedBy,"
          + " d.addedAt, d.withdrawnOn, d.withdrawnBy, d.withdrawnWhy) FROM Document d WHERE ";

  private static final String VERSION =
      "SELECT NEW org.opora.documents.store.persistence.VersionRow(v.id, v.document, v.number,"
          + " v.kind, v.name, v.bytes, v.hash, v.cleaned, v.addedBy, v.addedAt)"
          + " FROM DocumentVersion v WHERE ";

  /** Filled in with the alias of a wall; bound by the scope that is asked with it. */
  private static final String STANDS =
      "%1$s.staff = :scopeStaff AND %1$s.liftedOn IS NULL"
          + " AND (%1$s.until IS NULL OR %1$s.until >= :scopeToday)";

  /** No wall before anybody whom the document names, under whichever key. */
  private static final String NAMED =
      "NOT EXISTS (SELECT n.id FROM DocumentNamed n JOIN Wall nameWall ON nameWall.subject ="
          + " n.person WHERE n.document = d.id AND "
          + STANDS.formatted("nameWall")
          + ") AND NOT EXISTS (SELECT s.id FROM DocumentNamed s JOIN SameKey nameKey ON"
          + " nameKey.person = s.person JOIN Wall sameWall ON sameWall.subject = nameKey.other"
          + " WHERE s.document = d.id AND "
          + STANDS.formatted("sameWall")
          + ")";

  /** About one of these people, or naming them. */
  private static final String OF_PEOPLE =
      "(d.person IN :people OR EXISTS (SELECT n.id FROM DocumentNamed n"
          + " WHERE n.document = d.id AND n.person IN :people))";

  private final EntityManager em;

  public DocumentQueries(EntityManager em) {
    this.em = em;
  }

  /**
   * What may be shown of a file.
   *
   * @param children sub-files of its children that are open to the viewer
   * @param alone sub-files of children who were here and are in no file any more
   * @param kinds those that are open to the viewer in this file
   * @param everywhere those among them that are open to the viewer wherever the child went
   * @param about what is about one of these only; empty for everything
   */
  public record Open(
      UUID file,
      Collection<UUID> children,
      Collection<UUID> alone,
      Collection<DocumentKind> kinds,
      Collection<DocumentKind> everywhere,
      Scope scope,
      Set<UUID> about) {}

  /**
   * The newest day first. Whoever is kept away from somebody does not see what is about them.
   *
   * @param after the last one of the page before; null for the first page
   */
  public List<DocumentRow> of(Open open, DocumentRow after, int limit) {
    if (open.kinds().isEmpty()) {
      return List.of();
    }
    Scope walls = new Scope(Reach.ALL, open.scope().staff(), open.scope().today());
    TypedQuery<DocumentRow> query =
        em.createQuery(
                ROW
                    + "(d.caseFile = :file AND (d.childFile IS NULL"
                    + (open.alone().isEmpty() ? "" : " OR d.childFile IN :alone")
                    + (open.everywhere().isEmpty() ? "" : " OR d.kind IN :everywhere")
                    + ")"
                    + (open.children().isEmpty() ? "" : " OR d.childFile IN :children")
                    + ") AND d.kind IN :kinds AND "
                    + (open.about().isEmpty() ? "" : "d.person IN :about AND ")
                    + walls.where("d", "person")
                    + " AND "
                    + walls.where("d", "childFile").replace("scopeWall", "childWall")
                    + " AND "
                    // What a child brought along from a family is closed by a wall there, too.
                    + walls.where("d", "caseFile").replace("scopeWall", "fileWall")
                    + " AND "
                    + NAMED
                    + (after == null
                        ? ""
                        : " AND (d.datedOn < :day OR (d.datedOn = :day AND d.id < :last))")
                    + " ORDER BY d.datedOn DESC, d.id DESC",
                DocumentRow.class)
            .setParameter("file", open.file())
            .setParameter("kinds", open.kinds());
    if (!open.children().isEmpty()) {
      query.setParameter("children", open.children());
    }
    if (!open.alone().isEmpty()) {
      query.setParameter("alone", open.alone());
    }
    if (!open.everywhere().isEmpty()) {
      query.setParameter("everywhere", open.everywhere());
    }
    if (!open.about().isEmpty()) {
      query.setParameter("about", open.about());
    }
    if (after != null) {
      query.setParameter("day", after.datedOn()).setParameter("last", after.id());
    }
    return walls.bind(query).setMaxResults(limit).getResultList();
  }

  /** Sub-files of the children about whom something was brought into this file. */
  public List<UUID> children(UUID file) {
    return em.createQuery(
            "SELECT DISTINCT d.childFile FROM Document d WHERE d.caseFile = :file"
                + " AND d.childFile IS NOT NULL",
            UUID.class)
        .setParameter("file", file)
        .getResultList();
  }

  public Optional<DocumentRow> document(UUID id) {
    return em.createQuery(ROW + "d.id = :id", DocumentRow.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** How many a file holds, with those of its children that were brought into it. */
  public long count(UUID file) {
    return em.createQuery(
            "SELECT COUNT(d.id) FROM Document d WHERE d.caseFile = :file AND d.withdrawnOn IS NULL",
            Long.class)
        .setParameter("file", file)
        .getSingleResult();
  }

  /** The newest first. */
  public List<VersionRow> versions(UUID document) {
    return em.createQuery(
            VERSION + "v.document = :document ORDER BY v.number DESC", VersionRow.class)
        .setParameter("document", document)
        .getResultList();
  }

  /** The present one of each. */
  public List<VersionRow> present(Collection<UUID> documents) {
    return documents.isEmpty()
        ? List.of()
        : em.createQuery(
                VERSION
                    + "v.document IN :documents AND v.number = (SELECT d.versions FROM Document d"
                    + " WHERE d.id = v.document)",
                VersionRow.class)
            .setParameter("documents", documents)
            .getResultList();
  }

  /** Keys of the pieces of a version, in their order. */
  public List<UUID> pieces(UUID version) {
    return em.createQuery(
            "SELECT p.id FROM DocumentPiece p WHERE p.version = :version ORDER BY p.number",
            UUID.class)
        .setParameter("version", version)
        .getResultList();
  }

  /** One piece, sealed. */
  public byte[] piece(UUID id) {
    return em.createQuery("SELECT p.content FROM DocumentPiece p WHERE p.id = :id", byte[].class)
        .setParameter("id", id)
        .getSingleResult();
  }

  /** Whom a document names that was written of several. */
  public List<UUID> named(UUID document) {
    return em.createQuery(
            "SELECT n.person FROM DocumentNamed n WHERE n.document = :document", UUID.class)
        .setParameter("document", document)
        .getResultList();
  }

  /** What is about one of these or names them, the oldest first. */
  public List<DocumentRow> about(Set<UUID> people) {
    return em.createQuery(ROW + OF_PEOPLE + " ORDER BY d.datedOn, d.id", DocumentRow.class)
        .setParameter("people", people)
        .getResultList();
  }

  public long countAbout(Set<UUID> people) {
    return em.createQuery("SELECT COUNT(d.id) FROM Document d WHERE " + OF_PEOPLE, Long.class)
        .setParameter("people", people)
        .getSingleResult();
  }

  /** With all its versions and their contents. */
  public void remove(UUID document) {
    for (String what :
        List.of(
            "DeliveryRow d WHERE d.document = :document",
            "Letter l WHERE l.document = :document",
            "DocumentNamed n WHERE n.document = :document",
            "DocumentPiece p WHERE p.version IN (SELECT v.id FROM DocumentVersion v"
                + " WHERE v.document = :document)",
            "DocumentVersion v WHERE v.document = :document",
            "Document d WHERE d.id = :document")) {
      em.createQuery("DELETE FROM " + what).setParameter("document", document).executeUpdate();
    }
  }

  /** What the centre decided last; empty when it never did. */
  public Optional<LimitsRow> limits() {
    return em.createQuery("SELECT l FROM LimitsRow l ORDER BY l.number DESC", LimitsRow.class)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Loaded to be changed; whoever else wants to waits. */
  public Optional<Document> hold(UUID id) {
    return Optional.ofNullable(em.find(Document.class, id, LockModeType.PESSIMISTIC_WRITE));
  }
}
