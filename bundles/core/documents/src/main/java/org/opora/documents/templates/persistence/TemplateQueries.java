package org.opora.documents.templates.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.documents.templates.domain.TemplateDocument;
import org.opora.documents.templates.domain.TemplateField;

/** Everything the templates ask their tables. A centre has some dozens, so lists are whole. */
public final class TemplateQueries {
  private static final String ROW =
      "SELECT NEW org.opora.documents.templates.persistence.TemplateRow(t.id, t.version, t.name,"
          + " t.kind, t.language, t.validUntil, t.versions) FROM TemplateDocument t";

  private static final String VERSION =
      "SELECT NEW org.opora.documents.templates.persistence.TemplateVersionRow(v.id, v.template,"
          + " v.number, v.validFrom, v.name, v.bytes, v.hash, v.addedBy, v.addedAt)"
          + " FROM TemplateVersion v";

  private final EntityManager em;

  public TemplateQueries(EntityManager em) {
    this.em = em;
  }

  public List<TemplateRow> all() {
    return em.createQuery(ROW + " ORDER BY t.name, t.id", TemplateRow.class).getResultList();
  }

  public Optional<TemplateRow> template(UUID id) {
    return em.createQuery(ROW + " WHERE t.id = :id", TemplateRow.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** Of all templates, the newest first. */
  public List<TemplateVersionRow> versions() {
    return em.createQuery(VERSION + " ORDER BY v.number DESC", TemplateVersionRow.class)
        .getResultList();
  }

  public Optional<TemplateVersionRow> version(UUID id) {
    return em.createQuery(VERSION + " WHERE v.id = :id", TemplateVersionRow.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  public byte[] content(UUID version) {
    return em.createQuery("SELECT v.content FROM TemplateVersion v WHERE v.id = :id", byte[].class)
        .setParameter("id", version)
        .getSingleResult();
  }

  /** What each version names. */
  public Map<UUID, Set<String>> names() {
    return em.createQuery("SELECT f.version, f.name FROM TemplateField f", Object[].class)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                row -> (UUID) row[0],
                Collectors.mapping(row -> (String) row[1], Collectors.toCollection(TreeSet::new))));
  }

  public void name(UUID version, Set<String> names) {
    names.forEach(name -> em.persist(new TemplateField(version, name)));
  }

  /** Loaded to be changed; whoever else wants to waits. */
  public Optional<TemplateDocument> hold(UUID id) {
    return Optional.ofNullable(em.find(TemplateDocument.class, id, LockModeType.PESSIMISTIC_WRITE));
  }
}
