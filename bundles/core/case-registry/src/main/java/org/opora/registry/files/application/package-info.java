/** Use cases about case files; relations of staff follow from here and from nowhere else. */
package org.opora.registry.files.application;
