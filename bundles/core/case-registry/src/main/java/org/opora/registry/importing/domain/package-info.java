/**
 * What a spreadsheet says and means: columns, values, families, and what is doubtful about them. No
 * database here.
 */
package org.opora.registry.importing.domain;
