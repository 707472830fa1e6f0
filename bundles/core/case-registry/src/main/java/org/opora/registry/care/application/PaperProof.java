package org.opora.registry.care.application;

import java.util.List;
import org.opora.api.evidence.NewFact;
import org.opora.registry.care.domain.PaperEntry;
import org.opora.registry.care.domain.PaperSignature;

/** What it proves that a carer has signed an entry. */
@FunctionalInterface
public interface PaperProof {
  /** Visits and notes prove themselves, whoever signs them. */
  PaperProof NOTHING = (row, signature) -> List.of();

  /** Asked of a signature that was noted, and of no refusal. */
  List<NewFact> of(PaperEntry row, PaperSignature signature);
}
