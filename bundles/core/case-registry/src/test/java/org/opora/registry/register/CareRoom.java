package org.opora.registry.register;

import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;
import org.opora.registry.care.application.Prints;
import org.opora.registry.care.application.Scans;
import org.opora.registry.care.application.Signing;
import org.opora.registry.care.application.VisitBook;
import org.opora.registry.care.application.VisitLock;
import org.opora.registry.care.application.VisitMoves;
import org.opora.registry.care.application.VisitPapers;
import org.opora.registry.care.application.VisitSheets;
import org.opora.registry.care.application.VisitVersions;
import org.opora.registry.care.web.CareRoutes;
import org.opora.registry.directory.application.BodiesDesk;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.house.application.SettingsBook;
import org.opora.registry.notes.application.NoteBook;
import org.opora.registry.notes.application.NoteMoves;
import org.opora.registry.notes.application.NotePapers;
import org.opora.registry.notes.web.NoteRoutes;
import org.opora.registry.tasks.application.TaskMoves;
import org.opora.registry.tasks.application.TaskNews;

/** Visits put together by hand. */
public final class CareRoom {
  public final SettingsBook settings;
  public final VisitVersions versions;
  public final VisitBook visits;
  public final VisitMoves moves;
  public final VisitPapers papers;
  public final NotePapers notePapers;
  public final Signing signing;
  public final Prints prints;
  public final Scans scans;
  public final NoteBook notes;
  public final NoteMoves noteMoves;
  private final Register register;
  private final Messages noteTexts;
  private final TaskMoves noteTasks;

  CareRoom(Register register, Messages texts) {
    this.register = register;
    var access = register.access;
    var keys = register.house.keys();
    settings = new SettingsBook(register.tx, access.audit(), register.staff);
    versions = new VisitVersions(register.tx, access.access(), register.staff, keys);
    visits =
        new VisitBook(
            register.tx,
            access.access(),
            access.audit(),
            register.timeline,
            register.evidence,
            register.time,
            register.staff,
            texts,
            keys,
            new VisitLock(settings),
            versions);
    papers = new VisitPapers(register.tx, access.access(), access.audit(), register.staff, keys);
    signing = papers.signing();
    prints = papers.prints();
    scans = papers.scans();
    notePapers = new NotePapers(register.tx, access.access(), access.audit(), register.staff, keys);
    TaskMoves tasks =
        new TaskMoves(
            register.tx,
            access.access(),
            access.audit(),
            access.colleagues(),
            new TaskNews(register.tx, access.aliases(), register.timeline, register.inbox, texts),
            keys);
    noteTexts = texts;
    noteTasks = tasks;
    notes = notesOver(register.tx);
    noteMoves =
        new NoteMoves(
            register.tx,
            access.access(),
            access.audit(),
            register.timeline,
            register.time,
            texts,
            keys,
            tasks,
            notePapers);
    moves =
        new VisitMoves(
            register.tx,
            access.access(),
            access.audit(),
            register.timeline,
            register.evidence,
            register.time,
            register.staff,
            tasks,
            papers,
            texts,
            keys);
  }

  /** Notes over other transactions of the same unit. */
  NoteBook notesOver(Transactions unit) {
    return new NoteBook(
        unit,
        register.access.access(),
        register.access.audit(),
        register.timeline,
        register.time,
        register.staff,
        noteTexts,
        register.house.keys(),
        new VisitLock(settings),
        noteTasks);
  }

  /** Over rooms that are put together after this one. */
  VisitSheets sheets() {
    return new VisitSheets(
        register.access.access(),
        visits,
        register.evidence,
        register.safety,
        register.room.dueLines,
        register.desk,
        new IntakeRooms(register).requests);
  }

  NoteRoutes noteRoutes(CaseFrame frame, Messages pages) {
    return new NoteRoutes(
        frame,
        notes,
        noteMoves,
        notePapers,
        register.files,
        new BodiesDesk(register.tx, register.access.access(), register.access.audit()),
        pages);
  }

  CareRoutes routes(CaseFrame frame, Messages pages) {
    return new CareRoutes(frame, visits, versions, moves, papers, sheets(), register.files, pages);
  }
}
