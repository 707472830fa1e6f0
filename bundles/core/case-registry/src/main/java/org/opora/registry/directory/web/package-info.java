/** Pages and forms of the directory, and the field by which other pages name a body. */
package org.opora.registry.directory.web;
