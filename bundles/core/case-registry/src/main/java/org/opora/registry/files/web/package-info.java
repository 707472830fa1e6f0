/** Pages and forms of families and their files. */
package org.opora.registry.files.web;
