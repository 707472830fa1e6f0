/** A file as a spreadsheet saved it, read into rows by libraries that know the formats. */
package org.opora.registry.importing.application.sheets;
