/**
 * English words that are written with a full stop and do not by that end a sentence, by what has to follow for the sentence
 * to go on. Data only. Words are listed without their last stop; those with capitals count only so written.
 */

/** A name follows, always. */
export const titles = words(`
  Mr Mrs Ms Mx Dr Drs Prof Profs Gen Gens Gov Govs Sen Sens Rep Reps Rev Revs Hon Capt Capts Col Cols Lt Lts Sgt Sgts Maj
  Cmdr Cdr Comdr Adm Pres Supt Mme Mlle Mmes
  Messrs Msgr Fr Amb Atty Insp Cpl Pvt Pfc Det Ald Asst Assoc Brig Rt Ven Mt Ft Pte Ret Sra Srta Ens Lieut Commr Cllr Hr
`)

/** The sentence goes on, whatever follows. */
export const joining = words(`
  e.g eg i.e ie cf viz vs v c.f ca approx a.k.a incl esp resp nr abbr pron q.v s.v c p.s n.b
`)

/** With a number, these count what they open: "Step 3. Add salt." */
export const counted = words(`
  Step Figure Fig Table Tab Rule Section Sec Article Art Question Example Exhibit Ex Box Plate Note Tip Item Lesson Day Week
`)

/** A number follows, or a letter in its place; else the word ends its sentence as any other does. */
export const numbering = words(`
  No Nos no nos Nr N° n° № Sec Secs sec secs Fig Figs fig figs Art Arts art arts Vol Vols vol vols Ch Chs ch chs Chap Chaps
  chap Eqn Eqns eqn eqns p pp P Pp para paras Para Paras pt pts Pt Pts Eq Eqs eq eqs Ref Refs ref refs Ed ed Ver ver Tab Tabs tab Cl cl App app
  Ex ex Div Dist Reg Regs Stat Cir subd subsec n nn l ll fn Fn fol ff fl Rm rm Ste ste Apt apt Bldg bldg Ext ext tel Tel Op op
  Rev Bk bk Lot Pl pl Exh exh Sched sched Amend amend Ann Doc doc Docs Tit tit Prop prop Thm thm Lem Def Cor Ser ser Iss iss
  Suppl suppl Supp supp Rte rte Hwy hwy Cong Sess Stat. Const const Rul Pub Bull Form Psalm Ps Gen Ex Lev Num Deut Matt Rom Cor
  Gal Eph Phil Col Thess Heb Jas Jn Lk Mk Isa Jer Ezek
`)

/** A date or another date's word follows. */
export const calendar = words(`
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Weds Thu Thur Thurs Fri Sat Sun
`)

/** May stand anywhere; the next word tells. */
export const anywhere = words(`
  Inc Ltd Co Cos Corp Bros Jr Sr Esq LLP LLC Plc PLC plc Pty GmbH Mfg Assn Dept Depts dept Univ Inst Intl Natl Govt govt
  Ave Blvd Rd St Sts Ln Dr Ct Pkwy Sq Ter Cres Hts Jct Stn Bldg Twp Cty Prov
  etc al seq ibid Ibid id Id op.cit loc.cit cit passim et.al
  Ala Ariz Ark Calif Cal Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Mass Md Mich Minn Miss Mo Mont Neb Nebr Nev Okla Ore
  Pa Penn Tenn Tex Va Vt Wash Wis Wisc Wyo Ont Que Alta Sask Dak
  min mins max avg approx est hr hrs yr yrs mo mos wk wks ft mi lb lbs oz qt gal kg km cm mm sq cu mph temp misc ext alt
  orig trans transl tr repr rpt rev abr comp dept assn ed eds Eds vols Mss MS MSS illus introd
  Fed App Civ Crim Proc Evid Bankr Admin Rptr Cong Const Pub Ann Cas Ct Sup Supp Ass'n Int'l Nat'l Gov't Dep't Comm'n Comm'r
  Res Rul Treas Educ Sci Tech Eng Env Envtl Hosp Indus Ins Mgmt Mun Mut Org Pac Pharm Prod Prot Ry Sav Soc Sys Tel Transp
  Grp Cie Phys Chem Biol Econ Hist Phil Psych Lett Bull Rev J
  Acad Amer Brit Eur Aust Engl
`)

/** A time of day: a day, a date or a zone may follow. */
export const timesOfDay = words('a.m p.m A.M P.M am pm AM PM')

/** All words above, written with a stop that need not end a sentence. */
export const abbreviations: ReadonlySet<string> = new Set(
  [titles, joining, numbering, calendar, anywhere, timesOfDay].flatMap((all) => [...all]),
)

/** What may follow a time of day, besides a date, and belong to it. */
export const zones = words(`
  ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT UTC BST CET CEST IST JST AEST Eastern Central Mountain Pacific Moscow Kyiv
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October
  November December
`)

/** Names that end in an exclamation mark. */
export const shouted = words('Yahoo Jeopardy Oklahoma Mia Rouge Yum Joomla Airplane Viva')

/** Capital letters that name a thing rather than a person follow these words: "Plan B." ends a sentence as any word does. */
export const lettered = words(`
  Plan plan Vitamin vitamin Vitamins Figure figure Part part Type type Group group Class class Grade grade Section section
  Appendix appendix Exhibit exhibit War Act act Phase Category Hepatitis hepatitis Model Table table Chapter chapter Option
  option Level level Point point Team team Area Zone Building Block Row Gate Terminal Schedule Annex Unit Box Column Note
`)

/** Verbs that say who spoke a quotation: it goes on after its closing mark. */
export const saying = words(`
  said says asked asks replied replies cried shouted answered added wondered exclaimed whispered yelled demanded muttered
  insisted declared announced wrote writes recalled remarked noted inquired continued called told murmured snapped screamed
  laughed sighed joked quipped tweeted posted argued explained warned began
`)

/** Words that start a sentence even where the writer forgot the capital. */
export const subjects = words(
  "i it he she they we you this there these those i'm it's that's he's she's they're we're you're there's i've i'll don't " +
    'no maybe perhaps please thanks',
)

/** Words that, with a capital, start a sentence far more often than they go on with a name. */
export const starters = words(`
  The A An It He She They We You I This That These Those There Here His Her Their Our My Its Your
  If When While Although Though Because Since After Before Until Unless Once As At In On By For From With Without During Despite
  Among Within Through To And But Or Nor Yet So However Moreover Furthermore Meanwhile Nevertheless Nonetheless Therefore Thus
  Hence Then Now Later Soon Today Yesterday Tomorrow Still Also Instead Finally Perhaps Maybe Indeed Rather Even Only Just Not
  Yes Each Every Some Many Most Few Several Both Either Neither Another Other Others Such What Who Whom Whose Which Where Why
  How No Did Do Does Is Are Was Were Has Have Had Could Would Should Must Let Please Thank Nobody Everyone Someone Anyone Nothing
  Everything Something According Given Whether Like Unlike Similarly Consequently Accordingly Additionally Again Always Never
  Often Sometimes Usually Recently Currently Previously Eventually Unfortunately Fortunately Clearly Obviously Of Can Don't
  Didn't It's I'm I've I'll I'd He's She's We're They're That's There's What's Let's You're Can't Isn't
  All Any None More Much One Here's Where's Who's How's Won't Wouldn't Couldn't Shouldn't Doesn't Aren't Wasn't Weren't
  They've We've You've You'll They'll We'll He'll She'll It'll He'd She'd They'd We'd You'd
`)

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}
