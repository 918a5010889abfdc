// The only script of a guest's finished page.
import { mountPage } from './main.ts';

mountPage(document);
