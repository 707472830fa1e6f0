/** What this room offers the pages of people and of files. */
package org.opora.registry.kin.contributions;
