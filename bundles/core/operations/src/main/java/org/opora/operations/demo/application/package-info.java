/** Fills an empty data folder with a made-up centre, through the same services that people use. */
package org.opora.operations.demo.application;
