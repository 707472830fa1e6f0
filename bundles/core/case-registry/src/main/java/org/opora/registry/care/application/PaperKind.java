package org.opora.registry.care.application;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.opora.api.ids.StaffId;
import org.opora.registry.care.domain.PaperEntry;
import org.opora.registry.care.domain.PaperPrint;
import org.opora.registry.care.domain.PaperScan;
import org.opora.registry.care.domain.PaperSignature;
import org.opora.registry.care.persistence.PaperQueries;
import org.opora.registry.care.persistence.PaperTables;

/**
 * Entries that a carer reads on paper: visits, or notes. Both have their papers in tables of their
 * own and one way of dealing with them.
 *
 * @param tables where they stand
 * @param folder part of the path under which their pages are
 * @param owner to whom the papers belong
 * @param proof what a signature proves
 */
public record PaperKind(
    PaperTables tables,
    String folder,
    PaperOwner owner,
    PaperProof proof,
    Class<? extends PaperEntry> entry,
    Class<? extends PaperSignature> signature,
    Class<? extends PaperScan> scan,
    Function<PaperSignature.Noted, PaperSignature> newSignature,
    Function<PaperScan.Added, PaperScan> newScan,
    NewPrint newPrint) {

  /** Notes that an entry was printed. */
  public interface NewPrint {
    PaperPrint of(UUID id, PaperEntry read, StaffId by, Instant at);
  }

  PaperQueries queries(EntityManager em) {
    return new PaperQueries(em, tables);
  }

  /** What the audit trail calls it. */
  String name() {
    return tables.key();
  }

  /** Path of its page. */
  public String page(PaperEntry row) {
    return "/files/" + row.file() + "/" + folder + "/" + row.id();
  }
}
