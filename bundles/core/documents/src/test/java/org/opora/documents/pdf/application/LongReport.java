package org.opora.documents.pdf.application;

/** A report of thirty pages and more, made in a process of its own, whose heap is measured out. */
final class LongReport {
  private LongReport() {}

  public static void main(String[] none) throws Exception {
    PdfMaker maker = new PdfMaker();
    byte[] pdf = maker.make(Pages.page(Pages.table(1_200)));
    maker.close();
    System.out.println(Verified.pages(pdf));
  }
}
